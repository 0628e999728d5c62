import { CONFIGURATION_ERRORS } from './configuration.ts';
import { PIPELINE_ERRORS } from './pipeline.ts';
import { QUO_ERRORS } from './quo.ts';
import { REACH_ERRORS } from './salesforce-reach.ts';
import { RECORD_ERRORS } from './salesforce-records.ts';
import { SET_UP_ERRORS } from './salesforce-set-up.ts';
import { SIGN_IN_ERRORS } from './salesforce-sign-in.ts';
import { STORE_ERRORS } from './store.ts';
import { CONSOLE_ERRORS } from './web-console.ts';
import { DOOR_ERRORS } from './web-doors.ts';
import { FORGET_ERRORS } from './web-forget.ts';
import { LISTENING_ERRORS } from './web-listening.ts';
import { SERVING_ERRORS } from './web.ts';
import { WEBHOOK_ERRORS } from './webhook.ts';

/** By code: what happened, and what to do. `{seen}` stands for what was seen. */
export const ERRORS = {
    ...CONFIGURATION_ERRORS,
    ...WEBHOOK_ERRORS,
    ...STORE_ERRORS,
    ...PIPELINE_ERRORS,
    ...DOOR_ERRORS,
    ...CONSOLE_ERRORS,
    ...FORGET_ERRORS,
    ...LISTENING_ERRORS,
    ...SERVING_ERRORS,
    ...REACH_ERRORS,
    ...SIGN_IN_ERRORS,
    ...RECORD_ERRORS,
    ...SET_UP_ERRORS,
    ...QUO_ERRORS
};
