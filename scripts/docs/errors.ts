import { writeFileSync } from 'node:fs';
import { ERRORS } from '../../connector/src/errors/errors.ts';

/** The page that lists every error, as it should be on disk. */
export function errorsPage(): string {
    const sections = Object.entries(ERRORS)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(
            ([code, { en, fr }]) =>
                `## ${code}\n\n${en.sentence}\n**What to do:** ${en.action}\n\n${fr.sentence}\n**Que faire :** ${fr.action}\n`
        );
    return `# Errors\n\nWritten by \`npm run docs:errors\` from \`src/errors\`. \`{seen}\` stands for what was seen.\n\n${sections.join('\n')}`;
}

export const ERRORS_PAGE = new URL('../../connector/ERRORS.md', import.meta.url);

if (import.meta.main) writeFileSync(ERRORS_PAGE, errorsPage());
