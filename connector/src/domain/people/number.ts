/** What Quo's text for a party is. Short codes have 3 to 8 digits and no plus; they are nobody's. */
export type NumberKind = 'number' | 'short-code' | 'hidden' | 'unreadable';

/** `hidden`: the caller withheld the number; Quo writes `anonymous`, `Restricted` or `blocked`, in any case. */
export function kindOfNumber(text: string): NumberKind {
    if (/^\+[1-9]\d{6,14}$/.test(text)) return 'number';
    if (/^\d{3,8}$/.test(text)) return 'short-code';
    return /^(anonymous|restricted|blocked|private|unknown|unavailable)$/i.test(text.trim()) ? 'hidden' : 'unreadable';
}
