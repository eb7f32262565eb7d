"""Reads a people file (CSV) into rows, or into every fault it has, each with its line.

The columns, in any order, with English or French headings (more aliases in ``columns``):

==============  =====================  =======================================================
email           courriel               who it is; compared without regard to capitals
name            nom                    as people call them, given name first
manager_email   courriel_gestionnaire  the line manager's e-mail address; blank at the top
level           niveau                 seniority, 1 to 15, rising
hired_on        date_embauche          YYYY-MM-DD, not in the future
department      service                any text
office          bureau                 any text
time_zone       fuseau_horaire         IANA name, such as America/Toronto
languages       langues                codes such as "fr;en", the preferred one first
employee_number numero_employe         optional: HR's own number, the same for life
==============  =====================  =======================================================

Every column but employee_number is there, and every cell but it and manager_email is filled. A
column this table does not
name is a fault, so that nobody sends birth dates or salaries by accident. The text is UTF-8, or
UTF-16 with its mark; cells are separated by commas, semicolons (a spreadsheet in French) or tabs.
All or nothing: a file with one fault gives no rows.
"""

from adapters.people.csv.columns import COLUMNS
from adapters.people.csv.faults import Fault, Faults
from adapters.people.csv.limits import LIMITS, Limits
from adapters.people.csv.reader import PeopleFile, PersonRow, read_people

__all__ = [
    "COLUMNS",
    "LIMITS",
    "Fault",
    "Faults",
    "Limits",
    "PeopleFile",
    "PersonRow",
    "read_people",
]
