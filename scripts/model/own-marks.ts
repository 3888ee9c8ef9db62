/** Our check run. The ruleset requires it by this name and the App's id. */
export const checkName = 'lab/approval'

/** What our comment begins with; it counts only where the comment is by our own account. */
export const commentMark = '<!-- lab -->'

/** Before the digest of what a check says, in its `external_id`. */
export const digestPrefix = 'lab:'

/** What the answer to a command begins with. It stands beside our comment, until the next command. */
export const answerMark = '<!-- lab:answer -->'

/** What our comment under a filled form begins with; then the digest of what was asked for. */
export const formMark = '<!-- lab:form '
