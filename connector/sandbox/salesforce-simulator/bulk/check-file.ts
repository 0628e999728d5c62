/** What an org looks at before it takes a file's rows. */
interface File {
    readonly text: string;
    readonly lineEnding: string;
    readonly rows: readonly (readonly string[])[];
}

/** An empty upload is a file without rows. @returns why the whole job fails, as its `errorMessage` ends; `undefined` when the rows can be taken */
export function faultOfFile({ text, lineEnding, rows }: File): string | undefined {
    const [header, ...lines] = rows;
    if (text === '') return undefined;
    if (!header) return 'Failed to parse CSV header. No header found.';
    if (firstLineEnd(text) !== undefined && firstLineEnd(text) !== lineEnding)
        return `LineEnding is invalid on user data. Current LineEnding setting is ${lineEnding}`;
    const names = header.map((name) => name.toLowerCase());
    const twice = header.find((_, index) => names.indexOf(names[index] as string) !== index);
    if (twice !== undefined) return `Field name found more than once : ${twice}`;
    const odd = lines.find(({ length }) => length !== header.length);
    return odd && `Found a row with ${odd.length} cells under a header with ${header.length}.`;
}

/** A header has no line ends inside of its names, so the first one in the text ends it. */
function firstLineEnd(text: string): 'LF' | 'CRLF' | undefined {
    const at = text.indexOf('\n');
    if (at < 0) return undefined;
    return text[at - 1] === '\r' ? 'CRLF' : 'LF';
}
