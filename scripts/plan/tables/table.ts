/** A decision table of `apply.md` 3, as it is written there. */
export interface Table {
  /** What stands where a row and a column meet. Throws where the table has no such row or column. */
  readonly cell: (inventory: string, desired: string, live: string) => string
  /** Every row and column by itself, in reading order. */
  readonly places: readonly Place[]
}

export interface Place {
  readonly inventory: string
  readonly desired: string
  readonly live: string
  readonly cell: string
}

/** Reads a Markdown table. A row that names several states (`launched, ended`) stands for each of them. Every cell must be one of `known`. */
export function tableOf(text: string, known: readonly string[]): Table {
  const [head = [], , ...rows] = text.trim().split('\n').map(cellsIn)
  const places = rows.flatMap((row) => placesIn(row, head.slice(2)))
  const unknown = places.find(({ cell }) => !known.includes(cell))
  if (unknown !== undefined) throw new Error(`the table says "${unknown.cell}", which nothing carries out`)
  const cells = new Map(places.map((place) => [placeId(place), place.cell]))
  return {
    places,
    cell: (inventory, desired, live) => {
      const found = cells.get(placeId({ inventory, desired, live }))
      if (found === undefined) throw new Error(`the table has no place for ${inventory}, ${desired}, ${live}`)
      return found
    },
  }
}

function cellsIn(line: string): readonly string[] {
  return line
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
}

function placesIn(
  [inventories = '', wishes = '', ...cells]: readonly string[],
  states: readonly string[],
): readonly Place[] {
  return inventories
    .split(', ')
    .flatMap((inventory) =>
      wishes
        .split(', ')
        .flatMap((desired) => states.map((live, index) => ({ inventory, desired, live, cell: cells[index] ?? '' }))),
    )
}

function placeId({ inventory, desired, live }: Omit<Place, 'cell'>): string {
  return [inventory, desired, live].join('|')
}
