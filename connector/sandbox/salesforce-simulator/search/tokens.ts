/** Words and numbers of a text as the search index has them: split at blanks and punctuation, without case. */
export function tokensOf(text: string): string[] {
    return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
