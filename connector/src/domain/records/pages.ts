/**
 * Puts lines on pages of at most `most` characters each (UTF-16 units, line breaks counted); nothing is lost. A line
 * longer than a page goes on over the next ones, never cut inside a character.
 *
 * @returns at least one page
 */
export function pages(lines: readonly string[], most: number): readonly string[] {
    const full: string[] = [];
    let page: string | undefined;
    for (const piece of lines.flatMap((line) => pieces(line, most))) {
        const longer: string = page === undefined ? piece : `${page}\n${piece}`;
        if (longer.length > most && page !== undefined) {
            full.push(page);
            page = piece;
        } else page = longer;
    }
    return [...full, page ?? ''];
}

function pieces(line: string, most: number): readonly string[] {
    const done: string[] = [];
    let rest = line;
    while (rest.length > most) {
        const splitsPair = /[\uD800-\uDBFF]/.test(rest.charAt(most - 1));
        const at = splitsPair ? most - 1 : most;
        done.push(rest.slice(0, at));
        rest = rest.slice(at);
    }
    return [...done, rest];
}
