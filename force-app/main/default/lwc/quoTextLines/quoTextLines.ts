/** The lines of a text that people or services wrote, whatever their line ends. */

export function linesOf(text: string | null | undefined): readonly string[] {
    return (text ?? '').split(/\r\n|\r|\n/);
}

/** The lines that say something, without the bullet in front of them. */
export function listItemsOf(text: string | null | undefined): readonly string[] {
    return linesOf(text)
        .map((line) => line.trim().replace(/^[-•*–]\s+/, ''))
        .filter(Boolean);
}
