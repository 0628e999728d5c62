import type { Router } from 'express';
import type { CompletenessUseCases } from '../../application/completeness/model.ts';
import { isAdminOf } from '../../contracts/auth.ts';
import { CodedError } from '../../errors/errors.ts';
import { wordsOf } from '../../locales/catalogue.ts';
import { strictRouter } from '../../web/strict-router.ts';
import type { AdminHandlers } from '../admin-request.ts';
import { daysFile, missingFile } from './completeness-files.ts';
import { completenessPage } from './completeness.page.ts';
import { gapNotes } from './gap-notes.ts';

export interface CompletenessRoutesDeps {
    readonly handlers: AdminHandlers;
    readonly completeness: CompletenessUseCases;
}

const DAYS = 14;
/** On a page, and in a file. */
const NAMED = 200;
const NAMED_IN_FILE = 50_000;

/** Quo's list beside Salesforce, and what a person does about a time of which Quo does not tell everything. */
export function completenessRoutes({ handlers, completeness }: CompletenessRoutesDeps): Router {
    const router = strictRouter();
    const at = '/console/:connection/completeness';
    router.get(
        at,
        handlers.page(async ({ session, connection, user }) => {
            const { id } = connection;
            const [found, gaps] = await Promise.all([
                completeness.completeness(id, DAYS, NAMED),
                completeness.gaps(id)
            ]);
            const { inboxes, timeZone } = found;
            const view = { session, connection: id, gaps, inboxes, timeZone, isAdmin: isAdminOf(user, id) };
            const notes = gapNotes(view, wordsOf(session.language));
            return completenessPage({ session, connection, completeness: found, gaps: notes });
        })
    );
    for (const [name, file] of [
        ['days', daysFile],
        ['missing', missingFile]
    ] as const)
        router.get(
            `${at}/${name}.csv`,
            handlers.raw(async ({ session, connection }, response) => {
                const found = await completeness.completeness(connection.id, DAYS, NAMED_IN_FILE);
                response
                    .type('text/csv')
                    .attachment(`${connection.id}-${name}.csv`)
                    .send(file(found, wordsOf(session.language)));
            })
        );
    const change = (which: 'acknowledge' | 'fetchAgain', path: string, action: string): void => {
        router.post(
            `/console/:connection/gaps/${path}`,
            handlers.change('', async ({ connection, form }) => {
                const gap = await completeness[which](connection.id, form.text('gap'));
                if (gap === undefined) throw new CodedError('WEB-NOT-FOUND');
                const { list, inbox, from, to, error } = gap;
                return {
                    to: '',
                    done: action,
                    audited: { action, detail: { list, inbox, from, to, code: error.code } }
                };
            })
        );
    };
    change('acknowledge', 'acknowledge', 'gap.acknowledged');
    change('fetchAgain', 'fetch-again', 'gap.fetched-again');
    return router;
}
