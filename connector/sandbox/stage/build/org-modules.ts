import type { Plugin } from 'rollup';

const OURS = /^@salesforce\/(?:label\/c\.|schema\/|user\/Id$|customPermission\/|client\/formFactor$)/;
/** The base components' own modules that a user's language changes; the others keep the package's stand-ins. */
const SHARED = /^@salesforce\/(?:i18n\/(?:locale|lang|timeZone)$|label\/Lightning)/;
const PREFIX = '\0org:';

/** `Title__c` → `quo__Title__c`, as the platform resolves schema imports of a managed package; standard names stay. */
function qualified(name: string, namespace: string): string {
    return namespace !== '' && /__[cr]$/.test(name) ? `${namespace}__${name}` : name;
}

/** The script of one of the org's modules: what differs by user is read from the page when it starts. */
function scriptFor(id: string, namespace: string): string {
    const [, kind = '', ...rest] = id.split('/');
    const name = rest.join('/');
    if (kind === 'schema') {
        const [objectApiName = '', ...fieldApiName] = name.split('.').map((part) => qualified(part, namespace));
        return `export default ${JSON.stringify({ objectApiName, fieldApiName: fieldApiName.join('.') })};`;
    }
    const key = JSON.stringify(name.replace(/^c\./, ''));
    if (kind === 'label') return `export default globalThis.stage.label(${key});`;
    if (kind === 'user') return 'export default globalThis.stage.userId;';
    if (kind === 'customPermission')
        return `export default globalThis.stage.permissions.includes(${key}) || undefined;`;
    if (kind === 'client') return "export default globalThis.innerWidth < 768 ? 'Small' : 'Large';";
    return `export default globalThis.stage.i18n[${key}];`;
}

/** Rollup plugin for `@salesforce/…`: one build serves every user, language and permission. */
export function orgModules(namespace = ''): Plugin {
    return {
        name: 'org-modules',
        resolveId: { order: 'pre', handler: (id) => (OURS.test(id) || SHARED.test(id) ? PREFIX + id : null) },
        load: (id) => (id.startsWith(PREFIX) ? scriptFor(id.slice(PREFIX.length), namespace) : null)
    };
}
