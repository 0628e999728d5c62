import type { Translation } from '../translation.ts';
import type { PREFERENCES as ENGLISH } from '../en/preferences.ts';
import { SAID_PREFERENCES } from './said-preferences.ts';

export const PREFERENCES: Translation<typeof ENGLISH> = {
    sections: {
        what: 'Ce qui est consigné',
        how: 'Comment cela se lit',
        who: 'Sur quelle fiche, à qui la tâche',
        users: 'Utilisateurs de Quo et de Salesforce',
        'sona-fields': 'Les réponses à Sona',
        quo: 'Personnes dans Quo',
        keeping: 'Conservation et limites'
    },
    of: {
        ...SAID_PREFERENCES,
        inboxes: {
            label: 'Boîtes',
            help: 'Les appels et textos des boîtes non choisies sont reçus, mais pas écrits.',
            guide: '`"all"`, ou les identifiants (`PN…`) des numéros à consigner'
        },
        logCalls: {
            label: 'Appels',
            help: 'Une tâche par appel, écrite quand il se termine.',
            guide: 'si les appels sont consignés'
        },
        logMessages: {
            label: 'Textos',
            help: 'Une tâche par heure de conversation.',
            guide: 'si les textos sont consignés'
        },
        summaries: {
            label: 'Résumés et prochaines étapes',
            help: 'Ce que l’IA de Quo dit de l’appel, dans les commentaires.',
            guide: 'si les résumés et prochaines étapes sont écrits'
        },
        sona: {
            label: 'Appels gérés par Sona',
            help: 'Une fiche à part pour chaque appel géré par Sona, avec ce que l’appelant lui a dit.',
            guide: 'si les appels de Sona ont une fiche à eux, en plus de leur tâche'
        },
        internalCalls: {
            label: 'Appels entre nos propres numéros',
            help: 'Entre deux numéros de l’espace.',
            guide: 'si les appels et textos entre deux de vos numéros sont consignés'
        },
        language: {
            label: 'Langue de ce qui est écrit',
            help: 'Objet, commentaires et raisons; ce que les gens ont dit reste tel quel.',
            options: { fr: 'Français', en: 'Anglais' },
            guide: 'langue des objets, des descriptions et des raisons'
        },
        timeZone: {
            label: 'Fuseau horaire',
            help: 'Dates et heures dans les textes, par exemple America/Toronto.',
            fault: '« {seen} » n’est pas un fuseau horaire. Utilisez un nom comme America/Toronto ou Europe/Paris.',
            guide: 'dates et heures des fiches, un nom IANA'
        },
        inboxTimeZones: {
            label: 'Fuseaux horaires par boîte',
            help: 'Le fuseau horaire d’une boîte.',
            fault: '«\u00A0{seen}\u00A0» n’est pas un fuseau horaire. Utilisez un nom comme America/Vancouver ou Europe/Paris.',
            guide: 'le fuseau horaire par boîte, noms IANA'
        },
        defaultRegion: {
            label: 'Pays des numéros sans indicatif',
            help: 'Deux lettres, par exemple CA ou FR.',
            fault: '« {seen} » n’est pas un code de pays. Utilisez deux lettres majuscules, comme CA ou FR.',
            guide: 'pays des numéros sans indicatif de pays'
        },
        taskFields: {
            label: 'Autres champs des tâches',
            help: 'Le type d’enregistrement, le type, le statut ou tout autre champ : une valeur pour tous les appels, pour tous les textos, ou pour les deux. Si rien n’est choisi, le statut est un de ceux que le type d’enregistrement tient pour fermés.',
            fault: 'Le champ ne peut pas contenir « {seen} ». Choisissez une de ses valeurs.',
            guide: 'type d’enregistrement, `Type` et valeurs d’autres champs des tâches; `on` : seulement de `call` ou `messages`; `relative` : `date` ou `datetime`, pour une valeur comme `TODAY+3`, comptée du jour de l’appel ou du texto'
        },
        unknownCallers: {
            label: 'Appelants inconnus',
            help: 'Quand personne dans Salesforce n’a le numéro.',
            options: { none: 'Les consigner sans fiche', lead: 'Créer une piste' },
            guide: '`none` : consignés sans association. `lead` : une piste par numéro, pour qui vous a joint'
        },
        leadSource: {
            label: 'Origine de ces pistes',
            help: 'Vide : aucune.',
            fault: 'Une origine de piste a au plus 255 caractères. Raccourcissez-la.',
            guide: 'origine des pistes créées pour les appelants inconnus',
            otherwise: 'aucune'
        },
        leadMinSeconds: {
            label: 'Durée minimale d’un appel répondu pour une piste, en secondes',
            help: 'Vide : aucun appel n’est trop court. Un message vocal, un texto ou un message pris par Sona compte toujours.',
            fault: '« {seen} » est hors limites. Entrez un nombre entier de 1 à 3 600, ou rien.',
            guide: 'un appel répondu plus court ne crée pas de piste; un message vocal, un texto ou un message pris par Sona, oui',
            otherwise: 'aucune'
        },
        leadPhoneFormat: {
            label: 'Numéro de téléphone de ces pistes',
            help: 'Choisissez la forme que demandent les règles de validation de votre organisation. La piste se retrouve toujours par son numéro.',
            options: {
                e164: 'Internationale : +15145550123',
                national: 'Nationale : (514) 555-0123',
                digits: 'Chiffres seuls : 5145550123'
            },
            guide: 'comment s’écrit le téléphone d’une piste; les numéros d’autres pays gardent `+` et leur indicatif'
        },
        assignLeads: {
            label: 'Laisser les règles d’attribution de l’organisation choisir le propriétaire de ces pistes',
            help: 'Sinon, la piste revient à qui a répondu, ou au propriétaire de repli. Aucune autre fiche n’est attribuée ainsi.',
            guide: 'si les règles d’attribution de l’organisation choisissent le propriétaire d’une piste créée'
        },
        leadFields: {
            label: 'Autres champs de ces pistes',
            help: 'Une valeur pour chaque piste créée, dans les champs que votre organisation exige ou que ses règles demandent. Ce que l’appelant a dit à Sona passe avant.',
            fault: 'Le champ ne peut pas contenir « {seen} ». Choisissez une de ses valeurs.',
            guide: 'valeurs d’autres champs d’une piste, pour ce que l’organisation exige; `relative` comme ci-dessus'
        },
        opportunities: {
            label: 'Opportunité',
            help: 'À quelle opportunité ouverte de la personne ou du compte la tâche est rattachée.',
            options: { never: 'Jamais', 'only-open': 'La seule ouverte', 'most-recent': 'La plus récente ouverte' },
            guide: '`only-open` : la seule ouverte; `most-recent` : parmi celles d’une personne, la dernière touchée'
        },
        cases: {
            label: 'Requête',
            help: 'À quelle requête ouverte de la personne ou du compte la tâche est associée. Une requête passe avant une opportunité.',
            options: { never: 'Jamais', 'only-open': 'La seule ouverte', 'most-recent': 'La plus récente ouverte' },
            guide: 'de même pour les requêtes ouvertes, qui passent avant les opportunités'
        },
        ignoredNumbers: {
            label: 'Numéros à ignorer',
            help: 'Un par ligne, comme +15145550123 : jamais associé, jamais une piste.',
            fault: '« {seen} » n’est pas un numéro complet. Écrivez-le avec l’indicatif du pays, comme +15145550123, un par ligne.',
            guide: 'numéros qui ne sont jamais associés et ne font pas de piste'
        },
        fallbackOwner: {
            label: 'Propriétaire de repli',
            help: 'Reçoit ce dont personne ne peut être crédité : appels manqués, personnes absentes de Salesforce.',
            fault: '« {seen} » ne peut pas posséder de tâches. Choisissez un utilisateur actif dans la liste.',
            guide: 'identifiant ou courriel d’un utilisateur : reçoit ce qui ne revient à personne',
            otherwise: 'l’utilisateur d’intégration'
        },
        inboxOwners: {
            label: 'Propriétaires de repli par boîte',
            help: 'Le propriétaire de repli d’une boîte.',
            fault: '« {seen} » ne peut pas posséder de tâches. Choisissez un utilisateur actif dans la liste.',
            guide: 'le propriétaire de repli par boîte'
        },
        unmatchedOwner: {
            label: 'Propriétaire de ce qui n’est pas associé ou est ambigu',
            help: 'Reçoit une tâche qui ne porte sur personne jusqu’à ce que quelqu’un dise à qui elle revient : une file d’attente, là où plusieurs décident. Elle passe ensuite à qui en est crédité.',
            fault: '« {seen} » ne peut pas posséder de tâches. Choisissez un utilisateur actif ou une file d’attente pour les tâches dans la liste.',
            guide: 'identifiant d’une file d’attente ou d’un utilisateur, ou courriel : reçoit ce qui n’est pas associé ou est ambigu jusqu’à la décision',
            otherwise: 'qui en est crédité'
        },
        phoneFields: {
            label: 'Autres champs de téléphone',
            help: 'Les champs de téléphone standards sont toujours lus. Cochez vos propres champs qui contiennent un numéro.',
            fault: '« {seen} » n’est pas un nom d’API de champ. Choisissez un champ dans la liste.',
            guide: 'champs de téléphone en plus des champs standards. Donnez-en la lecture à l’utilisateur d’intégration.'
        },
        users: {
            label: 'Utilisateurs de Quo et de Salesforce',
            help: 'Une tâche appartient à l’utilisateur Salesforce de qui a répondu ou composé. Les gens sont associés par courriel; qui a un autre courriel s’associe ici.',
            fault: 'Salesforce n’a pas d’utilisateur « {seen} ». Choisissez-en un dans la liste, ou tapez le courriel d’un utilisateur actif.',
            guide: 'utilisateurs de Quo associés à la main à des utilisateurs Salesforce, quand leurs courriels diffèrent'
        },
        sonaFields: {
            label: 'Réponses données à Sona',
            help: 'Chaque réponse a sa propre fiche. Ici, une réponse se copie aussi dans un champ de l’appel Sona, pour les listes et les rapports. Une réponse plus longue que le champ y est coupée.',
            fault: '« {seen} » n’est pas un nom d’API de champ. Choisissez un champ dans la liste.',
            guide: 'réponses recopiées dans des champs de la fiche Sona; `length`, celle du champ, peut s’ajouter'
        },
        syncContacts: {
            label: 'Personnes de Salesforce dans Quo',
            help: 'Pour que leur nom s’affiche quand le téléphone sonne.',
            options: { off: 'Personne', 'on-call': 'Qui appelle ou est appelé', full: 'Tout le monde' },
            guide: 'les personnes de Salesforce dans Quo; `on-call` : qui appelle ou est appelé'
        },
        contactOwnerField: {
            label: 'Champ des contacts de Quo pour le propriétaire',
            help: 'Vide : l’un des noms usuels, sinon la ligne du rôle.',
            fault: 'Un nom de champ a au plus 255 caractères. Raccourcissez-le.',
            guide: 'champ personnalisé des contacts Quo qui porte le propriétaire de la fiche',
            otherwise: 'un nom usuel, sinon le rôle'
        },
        contactFilter: {
            label: 'Qui est mis dans Quo quand tout le monde l’est',
            help: 'Qui remplit tout ceci. Laissez tout vide pour prendre contacts, pistes et comptes personnels.',
            fault: 'Une condition n’est pas complète. Choisissez un champ et entrez une valeur, ou videz les deux.',
            guide: 'qui `full` met dans Quo : `objects`, `owners`, `fields` égaux à l’une de certaines valeurs',
            otherwise: 'tout le monde'
        },
        directoryRefreshSeconds: {
            label: 'Secondes entre deux lectures des personnes modifiées',
            help: 'De 30 à 86 400; chaque lecture coûte environ deux appels d’API.',
            fault: '« {seen} » est hors limites. Entrez un nombre entier de 30 à 86 400.',
            guide: 'à quel rythme Salesforce dit ce qui a changé'
        },
        apiBudget: {
            label: 'Appels d’API par jour',
            help: 'Vide : un dixième de ce que l’organisation permet. À 80 %, les détails tardifs attendent; à 100 %, seule la réception continue.',
            fault: '« {seen} » n’est pas un nombre d’appels. Entrez un nombre entier à partir de 1, ou laissez vide pour un dixième de ceux de l’organisation.',
            guide: 'appels d’API Salesforce que le connecteur peut dépenser en 24 heures',
            otherwise: 'un dixième de ceux de l’organisation'
        },
        retentionDays: {
            label: 'Jours de conservation des livraisons brutes',
            help: 'Ensuite, seul ce qui en découle est gardé.',
            fault: '« {seen} » n’est pas un nombre de jours. Entrez un nombre entier de 1 à 3 650.',
            guide: 'jours de conservation des livraisons brutes'
        }
    },
    fault: '« {seen} » ne peut pas être choisi ici. Choisissez une des valeurs proposées.',
    inboxes: { all: 'Toutes, aussi celles à venir', some: 'Seulement celles-ci :' },
    zones: { ofInbox: 'Fuseau horaire de {inbox}', sameAsAbove: 'Vide : le fuseau ci-dessus.' },
    owners: {
        ofInbox: 'Propriétaire de repli de {inbox}',
        nobody: 'L’utilisateur d’intégration',
        sameAsAbove: 'Le même que ci-dessus',
        credited: 'Qui en est crédité',
        queues: 'Files d’attente'
    },
    table: { key: 'Clé', does: 'Ce qu’elle fait', example: 'Valeurs, ou un exemple', default: 'Par défaut' }
};
