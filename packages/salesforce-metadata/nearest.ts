/** Letters to change, add or drop to turn one word into the other (Levenshtein). */
function distance(a: string, b: string): number {
    let row = Array.from({ length: b.length + 1 }, (_, column) => column);
    for (let i = 1; i <= a.length; i += 1) {
        const next = [i];
        for (let j = 1; j <= b.length; j += 1) {
            const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}

/** @returns what was probably meant: the same word in other capitals, or one within two letters */
export function nearest(word: string, words: readonly string[]): string | undefined {
    const same = words.find((other) => other.toLowerCase() === word.toLowerCase());
    return same ?? words.find((other) => distance(other, word) <= 2);
}
