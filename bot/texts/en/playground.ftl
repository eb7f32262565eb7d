# The playground's own page: everything around the chats.
playground-foreign = The playground answers only its own page on this computer.
playground-not-json = The playground takes JSON only.
playground-bad-shape = That request is not a JSON object.
playground-bad-field = “{ $field }” is missing or not as it should be. Nothing was kept.
playground-too-long = “{ $field }” is longer than { $limit } characters. Nothing was kept: please shorten it.
playground-too-large = That is more than { $limit } KiB at once. Nothing was kept: please shorten it.
playground-nobody = Nobody in the playground has that address.
playground-no-page = There is nothing at this address.
playground-busy = The clock is already on its way. Wait until it stands still, or stop it.
playground-failed = Something went wrong and nothing was stored. The terminal says more; please try again.
