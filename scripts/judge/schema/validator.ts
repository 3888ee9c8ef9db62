/** What a compiled schema says about one place. */
export interface SchemaError {
  /** A JSON pointer from the root of the value. */
  readonly instancePath: string
  /** A JSON pointer into the schema, from the root of the schema that holds the keyword. */
  readonly schemaPath: string
  readonly keyword: string
  readonly params: Readonly<Record<string, unknown>>
}

/** A compiled schema, as ajv makes them: what was wrong with the last value stays on the function. */
export interface Validator {
  (value: unknown): boolean
  readonly errors?: readonly SchemaError[] | null
}
