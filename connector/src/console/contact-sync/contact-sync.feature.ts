import type { ConsoleFeature } from '../feature.ts';
import { contactSyncRoutes } from './contact-sync.routes.ts';

/** Salesforce people in Quo. */
export const contactSync: ConsoleFeature = {
    tabs: [{ key: 'people', path: '/people' }],
    routes: contactSyncRoutes
};
