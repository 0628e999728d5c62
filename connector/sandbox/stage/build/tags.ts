import fs from 'node:fs';
import path from 'node:path';

/** The repository's root. */
export const ROOT = path.resolve(import.meta.dirname, '../../../..');
export const FORCE_APP = path.join(ROOT, 'force-app/main/default');

/** `lightning-button-icon` → `lightning/buttonIcon` */
function moduleOf(tag: string): string {
    return tag.replace(/^lightning-/, 'lightning/').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/** The base components that the bundles use, in order; icons also need theirs. */
export function baseComponents(): string[] {
    const lwc = path.join(FORCE_APP, 'lwc');
    const templates = fs
        .readdirSync(lwc, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.html'));
    const tags = templates.flatMap((file) => {
        const text = fs.readFileSync(path.join(lwc, file), 'utf8');
        return [...text.matchAll(/<(lightning-[a-z-]+)/g)].map(([, tag]) => tag ?? '');
    });
    return [...new Set(['lightning/primitiveIcon', ...tags.map(moduleOf)])].sort();
}
