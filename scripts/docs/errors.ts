import { writeFileSync } from 'node:fs';
import { ERROR_CODES, type ErrorCode } from '../../connector/src/errors/errors.ts';
import { LANGUAGES, MESSAGES, type Language } from '../../connector/src/locales/catalogue.ts';

/** The page that lists every error, as it should be on disk. */
export function errorsPage(): string {
    const sections = ERROR_CODES.toSorted((a, b) => (a < b ? -1 : 1)).map(
        (code) => `## ${code}\n\n${LANGUAGES.map((language) => inOne(code, language)).join('\n')}`
    );
    return `# Errors\n\nWritten by \`npm run docs:errors\` from \`src/locales\`. \`{seen}\` stands for what was seen.\n\n${sections.join('\n')}`;
}

function inOne(code: ErrorCode, language: Language): string {
    const { errors, frame } = MESSAGES[language];
    return `${errors[code].sentence}\n**${frame.whatToDo}** ${errors[code].action}\n`;
}

export const ERRORS_PAGE = new URL('../../connector/ERRORS.md', import.meta.url);

if (import.meta.main) writeFileSync(ERRORS_PAGE, errorsPage());
