/** One part of a multipart body. */
export interface Part {
    readonly name: string;
    readonly content: Buffer;
}

/** Splits a `multipart/form-data` body. @returns nothing when the content type names no boundary */
export function readMultipart(body: Buffer, contentType: string): Part[] {
    const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
    if (boundary === undefined) return [];
    const mark = Buffer.from(`--${boundary}`);
    const parts: Part[] = [];
    let start = body.indexOf(mark);
    while (start >= 0) {
        const next = body.indexOf(mark, start + mark.length);
        if (next < 0) break;
        const part = body.subarray(start + mark.length + 2, next - 2);
        const head = part.indexOf('\r\n\r\n');
        const name = /name="([^"]*)"/i.exec(part.subarray(0, head).toString('utf8'))?.[1];
        if (head >= 0 && name !== undefined) parts.push({ name, content: part.subarray(head + 4) });
        start = next;
    }
    return parts;
}
