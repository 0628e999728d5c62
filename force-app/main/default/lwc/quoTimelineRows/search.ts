import type { Row } from './row';

/** Everything of a row that a search may find. */
export function searchableText(row: Row): string {
    return [
        row.who?.name,
        row.what?.name,
        row.number,
        row.number.replace(/\D/g, ''),
        row.owner?.name,
        row.spokeWith,
        row.inbox,
        row.title,
        ...row.summary,
        ...row.nextSteps,
        ...row.notes,
        ...row.messages.flatMap(({ author, text }) => [author, text])
    ]
        .filter(Boolean)
        .join('\n');
}

const folded = (text: string) =>
    text
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .toLowerCase();

/** True when every word of the search is somewhere in the text, whatever the accents and capitals. */
export function matchesSearch(text: string, search: string): boolean {
    const hay = folded(text);
    return folded(search)
        .split(/\s+/)
        .filter(Boolean)
        .every((word) => hay.includes(word));
}
