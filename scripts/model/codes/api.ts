/** What the API server itself would refuse after decoding. */
export interface ApiCodes {
  'quantity-invalid': { value: string }
}
