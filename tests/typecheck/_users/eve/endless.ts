// Unions of 65,536 texts, 256 times: minutes of work for TypeScript, and gigabytes if it is let.
type Letter = 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | 'h' | 'i' | 'j' | 'k' | 'l' | 'm' | 'n' | 'o' | 'p'
type Many<N extends string> = { [K in `${N}${Letter}${Letter}${Letter}${Letter}`]: [K] }
type All = { [N in `${Letter}${Letter}`]: Many<N>[keyof Many<N>] }
export const all: All = { aa: 1 }
