# What the command line says.
import-added = New people
import-changed = People changed
import-unchanged = People unchanged
import-dry = Nothing was kept yet: this was a dry run. Add --apply to keep these people.
import-done = Kept. They can be invited now: type “/mentor invite” as a coordinator.
import-left = People who left
import-vanished = { $count ->
    [one] One person of an earlier file is not in this one. Nothing changes for them; name those who left by --left.
   *[other] { $count } people of an earlier file are not in this one. Nothing changes for them; name those who left by --left.
}
import-vanished-person = – { $name }, { $email }
import-more = – and { $count } more
import-same-person = { $name }, { $email }: this looks like { $known }. The same person? Add --same { $former }={ $email }, or --new { $email } if it is somebody else.
import-other-name = { $name }, { $email }: this is the address of { $holder }, whose name and first day of work are others. Still the same person? Add --same { $email }={ $email }, or --new { $email } if it is somebody else.
import-changed-hands = { $name }, { $email }: this is the address of { $holder }, and looks like { $known }. Add --same { $former }={ $email } if it is that person, --same { $email }={ $email } if it is still { $holder }, or --new { $email } if it is neither.
import-is-back = { $name }, { $email }: this person has left, as you said. Back again? Add --back { $email }, or --new { $email } if it is somebody else. Else take the line out.
import-questions = { $count ->
    [one] One question is open, so nothing was kept. Answer it, and import again.
   *[other] { $count } questions are open, so nothing was kept. Answer them, and import again.
}
import-refused = Nothing was kept.
import-unknown-address = I know nobody by these addresses, names or ids: { $emails }.
import-unclear = “{ $given }” may be { $known }. Name one of them by what stands after the name.
import-two-people = { $name } and whoever has { $email } are two people, as I know them. Leave --same { $former }={ $email } out.
import-not-in-file = The file does not hold { $emails }.
import-twice = Lines { $line } and { $second } are one person: { $one } and { $other }. Keep one of them, or add --new { $email } if they are two.
import-left-in-file = These people are in the file, so they cannot have left: { $emails }. Take their lines out, or leave --left away.
import-left-coordinator = The only coordinator cannot leave: somebody has to answer for the programme. Name another one first, by --coordinator.
import-one-file = Name one file: of people, or of closing days after --closing-days.
import-closings =
    { $added ->
        [0] No closing days to add
        [one] One closing to add
       *[other] { $added } closings to add
    }{ $known ->
        [0] .
       *[other] ; { $known } known already.
    }
import-closings-line = Line { $line }: { $why }
import-closings-columns = The headings must be date (or first), name, and where needed last and office; in French date (ou premier), nom, dernier and bureau. Nothing else may stand beside them.
import-closings-office = no office is called “{ $office }”. Those known are: { $known }. Leave the cell empty for all of them.
import-closings-many = That would make more than { $most } closings, the most that are kept at once. Take some off, or join days in a row with a last day.
import-both-took-part = { $one } and { $other } both took part, so they cannot become one person. One of the two may type “forget-me” first.
import-loop = With those known from before, { $count } people report to one another in a circle: { $loop }. Correct the line manager of one of them.
import-list-unreadable = { $path } cannot be read. It holds one address on each line, or one pair as in old@x.org=new@x.org.
import-same-how = “{ $given }” does not say who is whom. Write a former address, a name or an id, and then the address in the file, as in old@x.org=new@x.org.
import-unreadable = { $path } cannot be read: { $why }.
import-unknown-role = The file does not hold { $emails }, so they cannot be given a role. Nothing was kept.
import-region = “{ $given }” does not name an office and its public holidays. Write them as in Montréal=CA-QC.
import-region-unknown = I know no public holidays for { $region }. Write the code of a country or of a part of it, such as CA-QC, FR or US-NY.
command-address = The playground is open at { $address } (this machine only). Ctrl-C ends it.
