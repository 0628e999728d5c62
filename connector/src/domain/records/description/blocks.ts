import { isContinuation, kindOf, linesOf } from './grammar/lines.ts';

/** The lines of a text, each with those that belong to it: a message is one. */
export function blocksOf(text: string): readonly string[] {
    const blocks: string[] = [];
    for (const line of linesOf(text)) {
        const above = blocks.at(-1);
        if (above !== undefined && isContinuation(line.trimEnd())) blocks[blocks.length - 1] = `${above}\n${line}`;
        else blocks.push(line);
    }
    return blocks;
}

/** How often each block is there. */
export function countsOf(blocks: readonly string[]): (block: string) => number {
    const counts = new Map<string, number>();
    for (const block of blocks.map(comparable)) counts.set(block, (counts.get(block) ?? 0) + 1);
    return (block) => counts.get(comparable(block)) ?? 0;
}

/** The blocks, no more of each than wanted: where there are more, the last ones. */
export function atMost(blocks: readonly string[], most: (block: string) => number): readonly string[] {
    const left = new Map<string, number>();
    return blocks
        .toReversed()
        .filter((block) => {
            const key = comparable(block);
            const room = left.get(key) ?? most(block);
            left.set(key, room - 1);
            return room > 0;
        })
        .toReversed();
}

/** White space at the ends of lines is not compared, nor why a message did not arrive: not everybody who tells of it knows. */
function comparable(block: string): string {
    return linesOf(block)
        .map((line) => line.trimEnd())
        .filter((line, n) => n === 0 || kindOf(line) !== 'sentence')
        .join('\n');
}
