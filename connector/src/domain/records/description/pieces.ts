/** A text in pieces of at most `most` characters (UTF-16 units); nothing is lost, and no character cut in two. */
export function pieces(text: string, most: number): readonly string[] {
    const done: string[] = [];
    let rest = text;
    while (rest.length > most) {
        const splitsPair = /[\uD800-\uDBFF]/.test(rest.charAt(most - 1));
        const at = splitsPair ? most - 1 : most;
        done.push(rest.slice(0, at));
        rest = rest.slice(at);
    }
    return [...done, rest];
}
