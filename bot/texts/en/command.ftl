# What the command line says.
import-added = New people
import-changed = People changed
import-unchanged = People unchanged
import-dry = Nothing was kept yet: this was a dry run. Add --apply to keep these people.
import-done = Kept. They can be invited now: type “/mentor invite” as a coordinator.
import-unreadable = { $path } cannot be read: { $why }.
import-unknown-role = The file does not hold { $emails }, so they cannot be given a role. Nothing was kept.
import-region = “{ $given }” does not name an office and its public holidays. Write them as in Montréal=CA-QC.
import-region-unknown = I know no public holidays for { $region }. Write the code of a country or of a part of it, such as CA-QC, FR or US-NY.
command-address = The playground is open at { $address } (this machine only). Ctrl-C ends it.
