/** Why the cluster cannot be worked with: nothing about a request, all about this machine, its login and its place. */
export interface ClusterCodes {
  readonly 'kubeconfig-missing': { readonly places: readonly string[] }
  readonly 'kubeconfig-unreadable': { readonly file: string; readonly reason: string }
  /** A context, cluster or user that something names and nothing defines. */
  readonly 'kubeconfig-entry': { readonly what: 'context' | 'cluster' | 'user'; readonly name: string }
  readonly 'context-unset': { readonly contexts: readonly string[] }
  readonly 'other-namespace': { readonly context: string; readonly namespace: string; readonly lab: string }
  /** `insecure-skip-tls-verify`, or an address without TLS. */
  readonly 'connection-insecure': { readonly cluster: string; readonly setting: string }
  readonly 'setting-unsupported': { readonly name: string; readonly setting: string }
  readonly 'login-program-missing': { readonly command: string; readonly hint: string }
  readonly 'login-failed': { readonly command: string; readonly reason: string }
  readonly 'not-logged-in': { readonly server: string; readonly context: string }
  readonly unreachable: { readonly server: string; readonly reason: string }
  /** The server's certificate is not from the authority that the kubeconfig names, or is over. */
  readonly 'certificate-refused': { readonly server: string; readonly reason: string }
  readonly 'list-refused': { readonly kind: string; readonly message: string }
}
