import type { Translation } from '../../translation.ts';
import type { SET_UP_ERRORS as ENGLISH } from '../../en/errors/salesforce-set-up.ts';

/** What an admin has to put right in the org. */
export const SET_UP_ERRORS: Translation<typeof ENGLISH> = {
    'SF-NOT-SEARCHED': {
        sentence:
            'Salesforce ne permet pas de filtrer selon {seen}, par exemple parce que le champ est chiffré : un numéro inconnu n’y est cherché que sous ses formes habituelles.',
        action: 'Rien à faire si le répertoire est à jour : ses numéros sont reconnus, quelle que soit leur forme. Un numéro saisi dans les dernières minutes sous une forme inhabituelle est trouvé à la prochaine actualisation. Choisissez le chiffrement déterministe pour qu’il le soit aussitôt.'
    },
    'SF-NO-TRANSCRIPTS': {
        sentence:
            'Ce qui a été dit au cours des appels attend : il manque au paquet Quo installé, ou aux droits de l’utilisateur d’intégration, {seen}. Les tâches s’écrivent comme toujours.',
        action: 'Mettez le paquet à niveau et attribuez l’ensemble d’autorisations Quo_Integration à l’utilisateur d’intégration : ce qui attend s’écrit dans l’heure. Ou désactivez « Fiches de transcription » dans les préférences.'
    },
    'SF-NOT-TRUSTED': {
        sentence:
            'Les pages de Salesforce ne font pas confiance à ce connecteur : les enregistrements n’y sont pas lus ({seen}).',
        action: 'npx node scripts/org/trusted-site.ts --org … --connector {seen}. À la main : Configuration → URL de confiance → Nouveau, cette adresse, contexte des pages Lightning Experience, media-src. Les liens vers les enregistrements s’ouvrent de toute façon.'
    },
    'SF-TRUST-UNSEEN': {
        sentence:
            'L’utilisateur d’intégration ne voit pas à quelles adresses les pages de Salesforce font confiance ({seen}).',
        action: 'Regardez dans Configuration → URL de confiance : cette adresse doit y être active, pour media-src. Pour que cela soit vérifié, relancez npx node scripts/org/integration-user.ts : il accorde Afficher la configuration.'
    },
    'SF-PACKAGE-MISSING': {
        sentence:
            'Le paquet Quo n’est pas installé dans cette organisation, ou l’est sous un autre espace de noms ({seen}).',
        action: 'Installez le paquet et définissez SALESFORCE_NAMESPACE selon son espace de noms (ne la définissez pas si les champs n’ont pas de préfixe).'
    },
    'SF-PACKAGE-OLD': {
        sentence: 'Il manque au paquet Quo installé des champs que ce connecteur écrit ({seen}).',
        action: 'Mettez le paquet à niveau dans Salesforce.'
    },
    'SF-PACKAGE-HIDDEN': {
        sentence: 'Le paquet Quo est installé, mais l’utilisateur d’intégration ne voit pas ce qu’il apporte ({seen}).',
        action: 'Attribuez l’ensemble d’autorisations Quo_Integration à l’utilisateur d’intégration : Configuration → Ensembles d’autorisations → Quo Integration → Gérer les attributions. Puis vérifiez de nouveau.'
    },
    'SF-FIELD-HIDDEN': {
        sentence: 'L’utilisateur d’intégration ne voit pas des champs que le paquet Quo apporte ({seen}).',
        action: 'Attribuez l’ensemble d’autorisations Quo_Integration à l’utilisateur d’intégration, puis vérifiez de nouveau. S’il l’a déjà, mettez le paquet à niveau.'
    },
    'SF-EDITION': {
        sentence: 'Cette édition de Salesforce n’a pas d’API à elle ({seen}).',
        action: 'Cela marche tant que Salesforce laisse entrer cette application. Si les appels ne s’écrivent plus, passez à Enterprise, Unlimited ou Performance, ou à Professional avec le module API.'
    },
    'SF-OBJECT-MISSING': {
        sentence: 'L’organisation n’a pas, ou ne montre pas, cet objet ({seen}).',
        action: 'Installez le paquet Quo ou mettez-le à niveau, et attribuez son ensemble d’autorisations d’intégration à l’utilisateur d’intégration.'
    },
    'SF-FILTER-FIELD': {
        sentence:
            'Le filtre des personnes nomme un champ que l’organisation n’a pas, ne montre pas ou ne sait pas filtrer ({seen}); personne n’est donc mis dans Quo.',
        action: 'Corrigez le nom dans le filtre (Préférences), ou donnez à l’utilisateur d’intégration l’accès au champ. Qui est dans Quo y reste, et qui appelle est affiché.'
    },
    'SF-STANDARD-FIELD': {
        sentence: 'La sécurité au niveau du champ masque un champ standard à l’utilisateur d’intégration ({seen}).',
        action: 'Accordez-le : npx node scripts/org/integration-user.ts attribue Quo_Integration_Standard, qui nomme chaque champ standard qui s’écrit. Le paquet lui-même ne le peut pas.'
    },
    'SF-SHARING': {
        sentence:
            'L’utilisateur d’intégration n’a pas pu compléter une tâche qu’il avait donnée à quelqu’un d’autre ({seen}).',
        action: 'Donnez-lui un rôle au-dessus de tous ceux à qui appartiennent des tâches, ce que fait integration-user.ts --role, et à ces personnes un rôle au-dessous. Là où les activités sont contrôlées par le parent, le droit de modifier les personnes, comptes et opportunités dont parlent les tâches suffit aussi. D’une file d’attente qui possède des tâches, ne serait-ce que par un flux de l’organisation, il doit être membre.'
    },
    'SF-SHARING-PRIVATE': {
        sentence:
            'Les activités sont privées, et l’utilisateur d’intégration n’a pas pu compléter une tâche qu’il avait donnée à quelqu’un d’autre ({seen}).',
        action: 'Donnez-lui un rôle au-dessus de tous ceux à qui appartiennent des tâches, ce que fait integration-user.ts --role, et à ces personnes un rôle au-dessous; d’une file d’attente qui possède des tâches, ne serait-ce que par un flux de l’organisation, il doit être membre.'
    },
    'SF-SHARING-PARENT': {
        sentence:
            'Les activités sont contrôlées par le parent, et l’utilisateur d’intégration n’a pas pu compléter une tâche qu’il avait donnée à quelqu’un d’autre ({seen}).',
        action: 'Donnez-lui un rôle au-dessus de tous ceux à qui appartiennent des tâches, ce que fait integration-user.ts --role; ou le droit de modifier les personnes, comptes et opportunités dont parlent les tâches. Ce qui ne concerne personne exige le rôle; d’une file d’attente qui possède des tâches, ne serait-ce que par un flux de l’organisation, il doit être membre.'
    },
    'SF-FIELD-MISSING': {
        sentence: 'L’organisation n’a pas, ou ne montre pas, ce champ ({seen}).',
        action: 'Installez le paquet Quo ou mettez-le à niveau, et attribuez son ensemble d’autorisations d’intégration à l’utilisateur d’intégration.'
    },
    'SF-FIELD-RIGHT': {
        sentence: 'L’utilisateur d’intégration n’a pas le droit d’écrire ce champ ({seen}).',
        action: 'Attribuez à l’utilisateur d’intégration l’ensemble d’autorisations d’intégration de Quo, avec la modification du champ.'
    },
    'SF-OBJECT-RIGHT': {
        sentence: 'Il manque à l’utilisateur d’intégration un droit sur un objet ({seen}).',
        action: 'Ajoutez ce droit à son ensemble d’autorisations; unpackaged/ en contient un qui peut être déployé tel quel.'
    },
    'SF-FIELD-UNREAD': {
        sentence: 'L’utilisateur d’intégration ne voit pas un champ que le connecteur lit ({seen}).',
        action: 'Donnez-lui la lecture, ou laissez ainsi : les personnes seront alors trouvées sans ce champ.'
    },
    'SF-KEY-NOT-UNIQUE': {
        sentence: 'Le champ de clé n’est pas un identifiant externe unique ({seen}).',
        action: 'Rétablissez le champ tel que le paquet l’installe : ID externe et Unique.'
    },
    'SF-NO-CLOSED-STATUS': {
        sentence: 'Aucun des statuts que peut avoir une de nos tâches ne compte comme fermé ({seen}).',
        action: 'Dans Salesforce, marquez une valeur de Tâche → Statut comme fermée et donnez-la au type d’enregistrement. Ou choisissez un autre type d’enregistrement, ou un statut, sous Autres champs des tâches dans les préférences.'
    },
    'SF-STORAGE': {
        sentence: 'L’organisation n’a plus d’espace de stockage de données ({seen}).',
        action: 'Libérez de l’espace dans Salesforce ou achetez-en : Configuration → Utilisation du stockage.'
    }
};
