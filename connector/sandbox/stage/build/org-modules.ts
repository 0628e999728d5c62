import type { Plugin } from 'rollup';

const OURS = /^@salesforce\/(?:label\/c\.|schema\/|user\/Id$|customPermission\/|client\/formFactor$)/;
/** The base components' own modules that a user's language changes; the others keep the package's stand-ins. */
const SHARED = /^@salesforce\/(?:i18n\/(?:locale|lang|timeZone)$|label\/Lightning)/;
const PREFIX = '\0org:';

/** The script of one of the org's modules: what differs by user is read from the page when it starts. */
function scriptFor(id: string): string {
    const [, kind = '', ...rest] = id.split('/');
    const name = rest.join('/');
    if (kind === 'schema') {
        const [objectApiName, ...field] = name.split('.');
        return `export default ${JSON.stringify({ objectApiName, fieldApiName: field.join('.') })};`;
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
export function orgModules(): Plugin {
    return {
        name: 'org-modules',
        resolveId: { order: 'pre', handler: (id) => (OURS.test(id) || SHARED.test(id) ? PREFIX + id : null) },
        load: (id) => (id.startsWith(PREFIX) ? scriptFor(id.slice(PREFIX.length)) : null)
    };
}
