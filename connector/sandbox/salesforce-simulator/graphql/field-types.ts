import {
    GraphQLBoolean,
    GraphQLEnumType,
    GraphQLID,
    GraphQLInputObjectType,
    GraphQLInt,
    GraphQLList,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLString,
    type GraphQLInputType,
    type GraphQLOutputType
} from 'graphql';
import type { Field } from '../schema/types.ts';

const scalar = (name: string): GraphQLScalarType => new GraphQLScalarType({ name });

/** The platform's own scalars: a variable must be declared with the one of its field. */
const SCALARS = {
    Currency: scalar('Currency'),
    Date: scalar('Date'),
    DateTime: scalar('DateTime'),
    Double: scalar('Double'),
    EmailAddress: scalar('EmailAddress'),
    LongTextArea: scalar('LongTextArea'),
    MultiPicklist: scalar('MultiPicklist'),
    Percent: scalar('Percent'),
    PhoneNumber: scalar('PhoneNumber'),
    Picklist: scalar('Picklist'),
    RichTextArea: scalar('RichTextArea'),
    TextArea: scalar('TextArea'),
    Time: scalar('Time'),
    Url: scalar('Url')
};

export const Long = scalar('Long');

/** The name that a field's value and operator types begin with, and its scalar. */
function scalarOf(field: Field): { name: string; type: GraphQLScalarType } | undefined {
    const named = (name: keyof typeof SCALARS): { name: string; type: GraphQLScalarType } => ({
        name,
        type: SCALARS[name]
    });
    switch (field.type) {
        case 'id':
        case 'reference':
            return { name: 'ID', type: GraphQLID };
        case 'boolean':
            return { name: 'Boolean', type: GraphQLBoolean };
        case 'int':
            return { name: 'Int', type: GraphQLInt };
        case 'double':
            return named('Double');
        case 'currency':
            return named('Currency');
        case 'percent':
            return named('Percent');
        case 'date':
            return named('Date');
        case 'datetime':
            return named('DateTime');
        case 'time':
            return named('Time');
        case 'phone':
            return named('PhoneNumber');
        case 'email':
            return named('EmailAddress');
        case 'url':
            return named('Url');
        case 'picklist':
        case 'combobox':
            return named('Picklist');
        case 'multipicklist':
            return named('MultiPicklist');
        case 'textarea':
            return named(
                field.length <= 255 ? 'TextArea' : field.flags.htmlFormatted === true ? 'RichTextArea' : 'LongTextArea'
            );
        case 'string':
        case 'encryptedstring':
            return { name: 'String', type: GraphQLString };
        default:
            // Compound fields stand in GraphQL only as their parts.
            return undefined;
    }
}

const values = new Map<string, GraphQLObjectType>();

/** `StringValue { value displayValue }` and its like. */
export function valueTypeOf(field: Field): GraphQLOutputType | undefined {
    const known = scalarOf(field);
    if (!known) return undefined;
    let type = values.get(known.name);
    if (!type) {
        type = new GraphQLObjectType({
            name: `${known.name}Value`,
            fields: {
                value: { type: known.type },
                displayValue: { type: GraphQLString },
                ...(known.name === 'Picklist' ? { label: { type: GraphQLString } } : {})
            }
        });
        values.set(known.name, type);
    }
    return type;
}

const operators = new Map<string, GraphQLInputObjectType>();

/** `StringOperators { eq ne in like … }` and its like. */
export function operatorsOf(field: Field): GraphQLInputObjectType | undefined {
    const known = scalarOf(field);
    if (!known) return undefined;
    let type = operators.get(known.name);
    if (!type) {
        type = new GraphQLInputObjectType({
            name: `${known.name}Operators`,
            fields: operatorFields(known.name, known.type)
        });
        operators.set(known.name, type);
    }
    return type;
}

const COMPARED = ['eq', 'ne', 'lt', 'gt', 'lte', 'gte'];
const TEXTS = new Set(['String', 'Picklist', 'PhoneNumber', 'EmailAddress', 'Url', 'TextArea']);

function operatorFields(name: string, type: GraphQLScalarType): Record<string, { type: GraphQLInputType }> {
    const operand: GraphQLInputType = name === 'Date' || name === 'DateTime' ? dateInput(name, type) : type;
    const of = (names: readonly string[], used: GraphQLInputType): Record<string, { type: GraphQLInputType }> =>
        Object.fromEntries(names.map((operator) => [operator, { type: used }]));
    const lists = of(['in', 'nin'], new GraphQLList(operand));
    if (name === 'Boolean') return of(['eq', 'ne'], type);
    if (name === 'MultiPicklist')
        return { ...of(['eq', 'ne'], type), ...of(['includes', 'excludes'], new GraphQLList(type)) };
    if (name === 'ID') return { ...of(COMPARED, type), ...of(['in', 'nin'], new GraphQLList(type)) };
    return { ...of(COMPARED, operand), ...lists, ...(TEXTS.has(name) ? of(['like'], type) : {}) };
}

const DATE_LITERALS = [
    ...['YESTERDAY', 'TODAY', 'TOMORROW', 'LAST_90_DAYS', 'NEXT_90_DAYS'],
    ...['LAST', 'THIS', 'NEXT'].flatMap((when) => ['WEEK', 'MONTH', 'QUARTER', 'YEAR'].map((unit) => `${when}_${unit}`))
];
const DateLiteral = new GraphQLEnumType({
    name: 'DateLiteral',
    values: Object.fromEntries(DATE_LITERALS.map((literal) => [literal, {}]))
});
const RANGES = [
    'last_n_days',
    'next_n_days',
    'last_n_weeks',
    'next_n_weeks',
    'last_n_months',
    'next_n_months',
    'last_n_years',
    'next_n_years'
];
const DateRange = new GraphQLInputObjectType({
    name: 'DateRange',
    fields: Object.fromEntries(RANGES.map((range) => [range, { type: GraphQLInt }]))
});

function dateInput(name: string, type: GraphQLScalarType): GraphQLInputObjectType {
    return new GraphQLInputObjectType({
        name: `${name}Input`,
        fields: { value: { type }, literal: { type: DateLiteral }, range: { type: DateRange } }
    });
}
