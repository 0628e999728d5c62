import type { Candidate, OpportunityReason, Reason } from '../../people/match.ts';

type Format = (number: string) => string;

const OBJECT = { Contact: 'contact', Lead: 'piste', Account: 'compte' } as const;
const ONLY = { Contact: 'du contact', Lead: 'de la piste', Account: 'du compte' } as const;

/** Why a call was put where it was put; every candidate is named. */
export function reasonFr(reason: Reason, format: Format): string {
    switch (reason.code) {
        case 'chosen':
            return `Choix d’une personne pour le ${format(reason.number)} : ${named(reason.who)}.`;
        case 'duplicate-rule':
            return `Une règle de doublons de l’organisation désigne ${named(reason.who)} pour le ${format(reason.number)}.`;
        case 'merged':
            return `Le ${format(reason.number)} était le numéro de la fiche ${reason.was}, fusionnée avec ${named(reason.who)}.`;
        case 'converted':
            return `Le ${format(reason.number)} était le numéro ${reason.was === '' ? 'd’une piste' : `de la piste ${reason.was}`}, convertie en ${named(reason.who)}.`;
        case 'only-match':
            return `Le ${format(reason.number)} est le numéro ${ONLY[reason.who.object]} ${reason.who.name}${field(reason.field)}; personne d’autre ne l’a.`;
        case 'contact-over-lead':
            return `Le ${format(reason.number)} est le numéro du contact ${reason.who.name}${field(reason.field)}. Une piste a le même, mais un contact passe avant une piste.`;
        case 'same-person-twice':
            return `${named(reason.who)} est en double avec le ${format(reason.number)} : la fiche dont l’activité est la plus récente a été retenue (autres : ${list(reason.others)}).`;
        case 'shared-line':
            return `Le ${format(reason.number)} est une ligne partagée du compte ${reason.who.name} : ${list(reason.others)}. Rattaché au compte seulement.`;
        case 'account-number':
            return `Le ${format(reason.number)} est le numéro du compte ${reason.who.name}.`;
        case 'kept':
            return `Reste à ${named(reason.who)}, la fiche trouvée pour le ${format(reason.number)} quand ceci a été écrit.`;
        case 'lead-created':
            return `Personne n’avait le ${format(reason.number)} : une piste a été créée (${reason.who.name}).`;
        case 'ambiguous':
            return `Plusieurs fiches ont le ${format(reason.number)} et rien ne permet de trancher : ${list(reason.others)}. À choisir.`;
        case 'ignored-number':
            return `Le ${format(reason.number)} fait partie des numéros à ignorer.`;
        case 'nobody':
            return `Aucune fiche n’a le ${format(reason.number)}.`;
        case 'unreadable':
            return `«\u00A0${reason.seen}\u00A0» n’est pas un numéro que l’on peut associer à quelqu’un (numéro abrégé ou illisible).`;
        case 'hidden':
            return 'L’autre partie a masqué son numéro.';
        case 'not-told':
            return 'Quo n’a pas indiqué le numéro de l’autre partie.';
        case 'internal':
            return 'Communication interne, entre deux numéros de l’espace de travail Quo.';
        case 'group':
            return reason.parts.map((part) => reasonFr(part, format)).join(' ');
    }
}

/** Which opportunity, and why; or why none. */
export function opportunityFr(reason: OpportunityReason): string {
    switch (reason.code) {
        case 'only-open':
            return reason.through === 'role'
                ? `Opportunité «\u00A0${reason.name}\u00A0» : la seule ouverte où cette personne a un rôle.`
                : `Opportunité «\u00A0${reason.name}\u00A0» : la seule ouverte du compte.`;
        case 'most-recent':
            return `Opportunité «\u00A0${reason.name}\u00A0» : la plus récente des ${reason.of} opportunités ouvertes ${reason.through === 'role' ? 'de cette personne' : 'du compte'}.`;
        case 'chosen':
            return reason.name === ''
                ? 'Opportunité choisie par une personne.'
                : `Opportunité «\u00A0${reason.name}\u00A0» : choisie par une personne.`;
        case 'kept':
            return 'Opportunité : celle qui convenait quand ceci a été écrit.';
        case 'several-open':
            return `Aucune opportunité : ${reason.of} sont ouvertes et rien ne permet de trancher.`;
    }
}

function field(name: string): string {
    return name === '' ? '' : ` (champ ${name})`;
}

function named(who: Candidate): string {
    return `${who.name} (${OBJECT[who.object]})`;
}

function list(candidates: readonly Candidate[]): string {
    return candidates.map(named).join(', ');
}
