"""Why a plan is as it is: facts with numbers, each tried before it is named."""
