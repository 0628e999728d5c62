import type { Language } from '../../errors/entry.ts';
import { AUDIT_EN } from './audit-en.ts';
import { AUDIT_FR } from './audit-fr.ts';
import { CHOOSE_EN } from './choose-en.ts';
import { CHOOSE_FR } from './choose-fr.ts';
import { CONNECT_EN } from './connect-en.ts';
import { CONNECT_FR } from './connect-fr.ts';
import { FORGET_EN } from './forget-en.ts';
import { FORGET_FR } from './forget-fr.ts';
import { FORMS_EN } from './forms-en.ts';
import { FORMS_FR } from './forms-fr.ts';
import { FRAME_EN } from './frame-en.ts';
import { FRAME_FR } from './frame-fr.ts';
import type { PreferencesWords } from './preference-words.ts';
import { PREFERENCES_EN } from './preferences-en.ts';
import { PREFERENCES_FR } from './preferences-fr.ts';
import { PROGRESS_EN } from './progress-en.ts';
import { PROGRESS_FR } from './progress-fr.ts';
import { SKIPPED_EN } from './skipped-en.ts';
import { SKIPPED_FR } from './skipped-fr.ts';
import { WATCH_EN } from './watch-en.ts';
import { WATCH_FR } from './watch-fr.ts';

/** Everything that the console says in one language; the compiler holds the other complete. */
export interface Words {
    readonly language: Language;
    readonly frame: typeof FRAME_EN;
    readonly connect: typeof CONNECT_EN;
    readonly choose: typeof CHOOSE_EN;
    readonly forms: typeof FORMS_EN;
    readonly preferences: PreferencesWords;
    readonly progress: typeof PROGRESS_EN;
    readonly skipped: typeof SKIPPED_EN;
    readonly watch: typeof WATCH_EN;
    readonly audit: typeof AUDIT_EN;
    readonly forget: typeof FORGET_EN;
}

const WORDS: Readonly<Record<Language, Words>> = {
    en: {
        language: 'en',
        frame: FRAME_EN,
        connect: CONNECT_EN,
        choose: CHOOSE_EN,
        forms: FORMS_EN,
        preferences: PREFERENCES_EN,
        skipped: SKIPPED_EN,
        watch: WATCH_EN,
        audit: AUDIT_EN,
        progress: PROGRESS_EN,
        forget: FORGET_EN
    },
    fr: {
        language: 'fr',
        frame: FRAME_FR,
        connect: CONNECT_FR,
        choose: CHOOSE_FR,
        forms: FORMS_FR,
        preferences: PREFERENCES_FR,
        skipped: SKIPPED_FR,
        watch: WATCH_FR,
        audit: AUDIT_FR,
        progress: PROGRESS_FR,
        forget: FORGET_FR
    }
};

export function wordsOf(language: Language): Words {
    return WORDS[language];
}
