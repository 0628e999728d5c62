import { AUDIT } from './audit.ts';
import { COMPLETENESS } from './completeness.ts';
import { CONNECTIONS } from './connections.ts';
import { CONTACT_SYNC } from './contact-sync.ts';
import { ERRORS } from './errors/errors.ts';
import { FORGET_NUMBER } from './forget-number.ts';
import { FRAME } from './frame.ts';
import { LISTENING } from './listening.ts';
import { MONITORING } from './monitoring.ts';
import { PREFERENCES_FORM } from './preferences-form.ts';
import { PREFERENCES_PAGE } from './preferences-page.ts';
import { PREFERENCES } from './preferences.ts';
import { PROGRESS } from './progress.ts';
import { QUO_CONTACTS } from './quo-contacts.ts';
import { RECORDS } from './records.ts';
import { SIGN_IN } from './sign-in.ts';

export const EN = {
    errors: ERRORS,
    records: RECORDS,
    quoContacts: QUO_CONTACTS,
    frame: FRAME,
    progress: PROGRESS,
    signIn: SIGN_IN,
    connections: CONNECTIONS,
    preferences: { ...PREFERENCES, page: PREFERENCES_PAGE, form: PREFERENCES_FORM },
    monitoring: { ...MONITORING, audit: AUDIT },
    contactSync: CONTACT_SYNC,
    forgetNumber: FORGET_NUMBER,
    listening: LISTENING,
    completeness: COMPLETENESS
};
