import { badRequest, type OrgError } from '../org-error.ts';

const CONTEXT = 40;

export function malformed(message: string): OrgError {
    return badRequest('MALFORMED_QUERY', message);
}

/** An error that shows where in the query it is, as an org does: the text around it, a caret, row and column. */
export function at(query: string, part: string, errorCode: string, message: string): OrgError {
    const index = Math.max(0, query.search(new RegExp(`\\b${part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)));
    const lines = query.slice(0, index).split('\n');
    const column = (lines.at(-1) as string).length + 1;
    const start = Math.max(0, index - CONTEXT);
    const shown = query.slice(start, index + part.length + CONTEXT).replaceAll('\n', ' ');
    const caret = ' '.repeat(index - start);
    return badRequest(errorCode, `\n${shown}\n${caret}^\nERROR at Row:${lines.length}:Column:${column}\n${message}`);
}

const REFERENCE = 'Please reference your WSDL or the describe call for the appropriate names.';

export function noSuchColumn(query: string, field: string, entity: string): OrgError {
    return at(
        query,
        field,
        'INVALID_FIELD',
        `No such column '${field}' on entity '${entity}'. If you are attempting to use a custom field, be sure to append ` +
            `the '__c' after the custom field name. ${REFERENCE}`
    );
}

export function noSuchRelationship(query: string, name: string): OrgError {
    return at(
        query,
        name,
        'INVALID_FIELD',
        `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be ` +
            `sure to append the '__r' after the custom relationship name. ${REFERENCE}`
    );
}

export function noSuchObject(query: string, name: string): OrgError {
    return at(
        query,
        name,
        'INVALID_TYPE',
        `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the ` +
            `'__c' after the entity name. ${REFERENCE}`
    );
}
