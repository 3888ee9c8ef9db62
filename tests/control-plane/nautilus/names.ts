/** What is ours and not Nautilus's: switches and wishes that only the small cluster knows, as labels and annotations. */
export const ours = 'nautilus.test/'

/** A namespace without a rule of Nautilus's: what the API server alone says is asked here. */
export const plainNamespace = 'plain'

/** Namespaces with this label are under the rules that Nautilus lays on its users. */
export const underRules = { [`${ours}rules`]: 'on' }

/** A node with this label has a living kubelet; take it away, and the machine has gone dark. */
export const aliveLabel = `${ours}kubelet`
