"""The person's own weeks against the plan: pace, lag, forecast, what comes back."""
