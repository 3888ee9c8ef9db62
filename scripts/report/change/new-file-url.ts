/** The page on which GitHub offers to commit a new file with this text; who may not write is led to a pull request. */
export function newFileUrl(home: string, path: string, text: string): string {
  return `${home}/new/main?${new URLSearchParams({ filename: path, value: text }).toString().replaceAll('+', '%20')}`
}
