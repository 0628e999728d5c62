import { leftOut as plurals, lookup as labels } from 'c/quoLabels';
import { formatPhoneNumber } from 'c/quoPhoneNumbers';

export type ObjectName = 'Contact' | 'Lead' | 'Account' | 'User';

/** What `found` carries. */
export interface SelectedRecord {
    readonly id: string;
    readonly name: string;
    readonly object: ObjectName;
}

export interface FoundRecord extends SelectedRecord {
    readonly domId: string;
    readonly icon: string;
    /** What tells it apart from others of its name. */
    readonly meta: string;
}

type Value = { readonly value?: string | null } | null;

interface FoundNode {
    readonly Id: string;
    readonly Name?: Value;
    readonly Title?: Value;
    readonly Company?: Value;
    readonly Phone?: Value;
    readonly Account?: { readonly Name?: Value } | null;
}

export interface SearchResponse {
    readonly uiapi?: {
        readonly query?: Partial<
            Record<ObjectName, { readonly edges?: readonly { readonly node: FoundNode }[] } | null>
        > | null;
    } | null;
}

const OBJECTS: Readonly<
    Record<ObjectName, { readonly icon: string; readonly label: string; readonly plural: string }>
> = {
    Contact: { icon: 'standard:contact', label: labels.contact, plural: plurals.contact },
    Lead: { icon: 'standard:lead', label: labels.lead, plural: plurals.lead },
    Account: { icon: 'standard:account', label: labels.account, plural: plurals.account },
    User: { icon: 'standard:user', label: labels.user, plural: plurals.user }
};

/** What is searched, in the order of the results. */
export const SEARCHED = { people: ['Contact', 'Lead', 'Account'], users: ['User'] } as const;

/** `Lead` → `leads`, in the user's language. */
export const pluralOf = (object: ObjectName): string => OBJECTS[object].plural;

function foundRecord(object: ObjectName, node: FoundNode): FoundRecord {
    const { icon, label } = OBJECTS[object];
    const about = [
        node.Title?.value,
        node.Account?.Name?.value ?? node.Company?.value,
        formatPhoneNumber(node.Phone?.value)
    ];
    return {
        id: node.Id,
        domId: `option-${node.Id}`,
        name: node.Name?.value ?? '',
        object,
        icon,
        meta: [label, ...about].filter(Boolean).join(' · ')
    };
}

export interface SearchResult {
    readonly found: readonly FoundRecord[];
    /** Objects that were searched in vain: the org did not answer for them. */
    readonly failed: readonly ObjectName[];
}

/** @param searched the objects that the query asked for */
export function readResult(data: SearchResponse | undefined, searched: readonly ObjectName[]): SearchResult {
    const answer = data?.uiapi?.query ?? {};
    return {
        found: searched.flatMap((object) => (answer[object]?.edges ?? []).map(({ node }) => foundRecord(object, node))),
        failed: searched.filter((object) => !answer[object]?.edges)
    };
}
