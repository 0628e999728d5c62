/** Whether everything that Quo has is here. */
export const COMPLETENESS = {
    gaps: {
        calls: 'Calls from {from} to {to} may be missing ({inbox}).',
        messages: 'Texts from {from} to {to} may be missing ({inbox}).',
        allInboxes: 'all inboxes',
        fetchAgain: 'Fetch again',
        acknowledge: 'Acknowledge',
        done: {
            'gap.acknowledged': 'Acknowledged. It stands in the audit log.',
            'gap.fetched-again': 'Everything since then is fetched again, within ten minutes.'
        }
    }
} as const;
