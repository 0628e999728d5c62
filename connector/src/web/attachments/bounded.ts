/** @throws {Error} in the middle, once there are more bytes than that */
export async function* bounded(bytes: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
    let seen = 0;
    for await (const chunk of bytes) {
        seen += chunk.byteLength;
        if (seen > most) throw new Error(`more than ${most} bytes`);
        yield chunk;
    }
}

/** The first bytes, at least so many where there are, and then all of them. */
export async function beginningOf(
    bytes: AsyncIterable<Uint8Array>,
    atLeast: number
): Promise<{ readonly beginning: Uint8Array; readonly whole: AsyncGenerator<Uint8Array> }> {
    const iterator = bytes[Symbol.asyncIterator]();
    let beginning: Uint8Array = new Uint8Array();
    let isOver = false;
    while (!isOver && beginning.byteLength < atLeast) {
        const next = await iterator.next();
        isOver = next.done === true;
        if (next.done !== true) beginning = Buffer.concat([beginning, next.value]);
    }
    async function* whole(): AsyncGenerator<Uint8Array> {
        if (beginning.byteLength > 0) yield beginning;
        // Whoever stops reading ends the source, too.
        yield* { [Symbol.asyncIterator]: () => iterator };
    }
    return { beginning, whole: whole() };
}
