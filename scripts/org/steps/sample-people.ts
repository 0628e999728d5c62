import type { Step } from '../step.ts';

/** Marks the accounts of the sample, so that a second run finds them. */
export const SAMPLE = 'QUO-SAMPLE';

/** What is loaded first and last: an org that refused something in between has the one without the other. */
const FIRST = 'SELECT Id FROM Account WHERE AccountNumber';
const LAST = 'SELECT Id FROM OpportunityContactRole WHERE Opportunity.Account.AccountNumber';

/** Loads accounts, contacts, leads and opportunities whose numbers the simulated Quo calls from. */
export function loadSamplePeople(org: string): Step {
    return {
        says: `Load sample people into ${org}`,
        words: ['data', 'import', 'tree', '--plan', 'scripts/org/sample/plan.json', '--target-org', org],
        done: async (sf) => {
            const count = async (query: string): Promise<number> => {
                const { result } = await sf(['data', 'query', '--query', query, '--target-org', org]);
                return (result as { totalSize?: number } | undefined)?.totalSize ?? 0;
            };
            if ((await count(`${LAST} = '${SAMPLE}' LIMIT 1`)) > 0) return 'the sample people are there already';
            if ((await count(`${FIRST} = '${SAMPLE}' LIMIT 1`)) === 0) return undefined;
            throw new Error(`only a part of the sample is there; delete the accounts with the number ${SAMPLE} first`);
        }
    };
}
