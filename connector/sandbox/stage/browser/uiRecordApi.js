import { ask, recordsChanged, wireAdapter } from './org.js';

const nameOf = (field) => (typeof field === 'string' ? field : `${field.objectApiName}.${field.fieldApiName}`);
const list = (name, fields) => (fields?.length ? [`${name}=${fields.map(nameOf).join(',')}`] : []);

export const getRecord = wireAdapter({
    isReady: ({ recordId, fields, optionalFields }) => Boolean(recordId && (fields?.length || optionalFields?.length)),
    load: ({ recordId, fields, optionalFields }) => {
        const query = [...list('fields', fields), ...list('optionalFields', optionalFields)].join('&');
        return ask('GET', `/ui-api/records/${recordId}?${query}`);
    },
    shape: (data, error) => ({ data, error }),
    isRecord: true
});

function walk(record, field) {
    const [, ...path] = nameOf(field).split('.');
    return path.reduce((at, name) => {
        const next = at?.fields?.[name];
        return next?.value?.fields ? next.value : next;
    }, record);
}

export const getFieldValue = (record, field) => walk(record, field)?.value;

/** A refused save comes as a list of one; Lightning Data Service hands on the one. */
const unwrapped = (fault) => ({ ...fault, body: Array.isArray(fault.body) ? fault.body[0] : fault.body });

const send = async (method, path, body, headers) => {
    const answer = await ask(method, path, body, headers).catch((fault) => {
        throw unwrapped(fault);
    });
    await recordsChanged();
    return answer;
};
export const createRecord = ({ apiName, fields }) => send('POST', '/ui-api/records', { apiName, fields });
export const updateRecord = ({ fields: { Id, ...fields } }, { ifUnmodifiedSince } = {}) =>
    send(
        'PATCH',
        `/ui-api/records/${Id}`,
        { fields },
        ifUnmodifiedSince === undefined ? {} : { 'if-unmodified-since': ifUnmodifiedSince }
    );
export const notifyRecordUpdateAvailable = () => recordsChanged();
