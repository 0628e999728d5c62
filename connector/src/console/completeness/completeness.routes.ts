import type { Router } from 'express';
import type { CompletenessUseCases } from '../../application/completeness/model.ts';
import { CodedError } from '../../errors/errors.ts';
import { strictRouter } from '../../web/strict-router.ts';
import type { AdminHandlers } from '../admin-request.ts';

export interface CompletenessRoutesDeps {
    readonly handlers: AdminHandlers;
    readonly completeness: CompletenessUseCases;
}

/** What a person does about a time of which Quo does not tell everything. */
export function completenessRoutes({ handlers, completeness }: CompletenessRoutesDeps): Router {
    const router = strictRouter();
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
