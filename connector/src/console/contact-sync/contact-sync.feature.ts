import type { ConsoleFeature } from '../feature.ts';
import { contactSyncRoutes } from './contact-sync.routes.ts';

/** Salesforce people in Quo. */
export const contactSync: ConsoleFeature = {
    tabs: [{ key: 'people', path: '/people' }],
    routes: contactSyncRoutes,
    access: {
        'GET /console/:connection/people': 'admin',
        'GET /console/:connection/people/skipped': 'admin',
        'POST /console/:connection/people': 'admin',
        'POST /console/:connection/people/estimate': 'admin',
        'POST /console/:connection/people/mode': 'admin'
    }
};
