/** A stretch of a text, found or not. */
export interface Piece {
    readonly key: string;
    readonly text: string;
    readonly isHit: boolean;
}

/** One letter without its accents and capitals; what folds to nothing or to several stays as it is. */
function foldedLetter(letter: string): string {
    const folded = letter
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .toLowerCase();
    return folded.length === letter.length ? folded : letter;
}

/** As long as the text itself, so that places in one are places in the other. */
const folded = (text: string): string => Array.from(text, foldedLetter).join('');

/** Cuts a text at what is sought, whatever the accents and capitals. */
export function piecesOf(text: string, search: string): readonly Piece[] {
    const shown = text.normalize('NFC');
    const needle = folded(search.trim().normalize('NFC'));
    const pieces: Piece[] = [];
    // A long transcript is redrawn with each line that is heard: what nobody seeks is not searched.
    const hay = needle === '' ? '' : folded(shown);
    const add = (from: number, to: number, isHit: boolean): void => {
        if (to > from) pieces.push({ key: String(from), text: shown.slice(from, to), isHit });
    };
    let from = 0;
    let at = needle === '' ? -1 : hay.indexOf(needle);
    while (at >= 0) {
        add(from, at, false);
        add(at, at + needle.length, true);
        from = at + needle.length;
        at = hay.indexOf(needle, from);
    }
    add(from, shown.length, false);
    return pieces;
}

/** The indexes of the lines in which it is found. */
export function hitsIn(texts: readonly string[], search: string): readonly number[] {
    return texts.flatMap((text, index) => (piecesOf(text, search).some(({ isHit }) => isHit) ? [index] : []));
}
