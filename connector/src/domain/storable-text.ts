/** Text that PostgreSQL's jsonb and Salesforce's JSON take: NUL and lone halves of surrogate pairs become U+FFFD. */
export function storableText(text: string): string {
    return text.toWellFormed().replaceAll('\0', '\uFFFD');
}
