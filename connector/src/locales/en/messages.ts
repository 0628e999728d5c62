import { AUDIT } from './audit.ts';
import { CHOOSE } from './choose.ts';
import { CONNECT } from './connect.ts';
import { ERRORS } from './errors/errors.ts';
import { FORGET } from './forget.ts';
import { FORMS } from './forms.ts';
import { FRAME } from './frame.ts';
import { PREFERENCES } from './preferences.ts';
import { PROGRESS } from './progress.ts';
import { QUO_CONTACTS } from './quo-contacts.ts';
import { RECORDS } from './records.ts';
import { SKIPPED } from './skipped.ts';
import { WATCH } from './watch.ts';

export const EN = {
    errors: ERRORS,
    records: RECORDS,
    quoContacts: QUO_CONTACTS,
    frame: FRAME,
    connect: CONNECT,
    choose: CHOOSE,
    forms: FORMS,
    preferences: PREFERENCES,
    progress: PROGRESS,
    skipped: SKIPPED,
    watch: WATCH,
    audit: AUDIT,
    forget: FORGET
};
