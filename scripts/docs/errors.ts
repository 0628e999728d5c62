import { writeFileSync } from 'node:fs';
import { ERROR_CODES } from '../../connector/src/errors/errors.ts';
import { MESSAGES } from '../../connector/src/locales/catalogue.ts';

/** The page that lists every error, as it should be on disk. */
export function errorsPage(): string {
    const sections = ERROR_CODES.toSorted((a, b) => (a < b ? -1 : 1))
        .map((code) => ({ code, en: MESSAGES.en.errors[code], fr: MESSAGES.fr.errors[code] }))
        .map(
            ({ code, en, fr }) =>
                `## ${code}\n\n${en.sentence}\n**What to do:** ${en.action}\n\n${fr.sentence}\n**Que faire :** ${fr.action}\n`
        );
    return `# Errors\n\nWritten by \`npm run docs:errors\` from \`src/locales\`. \`{seen}\` stands for what was seen.\n\n${sections.join('\n')}`;
}

export const ERRORS_PAGE = new URL('../../connector/ERRORS.md', import.meta.url);

if (import.meta.main) writeFileSync(ERRORS_PAGE, errorsPage());
